import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-themes'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The build of the library is in vite.config.ts; here is only a page.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, lib: undefined, rolldownOptions: {} } }),
};
export default config;
