import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import type { ArgTypesEnhancer } from 'storybook/internal/csf';
import '../src/define.js';
import manifest from '../custom-elements.json';

setCustomElementsManifest(manifest);

/** Sets `lang`, `dir` and `color-scheme` where a host would: on the page. */
function applyToPage(globals: Record<string, unknown>): void {
  const { scheme, locale } = globals as { scheme?: string; locale?: string };
  const root = document.documentElement;
  root.style.colorScheme = scheme ?? 'light';
  root.style.backgroundColor = 'Canvas';
  root.lang = locale ?? 'en';
  root.dir = locale === 'ar' ? 'rtl' : 'ltr';
}

/** A control for what a story hands to its element; the rest of the manifest is there to be read. */
const onlyWorkingControls: ArgTypesEnhancer = ({ argTypes, initialArgs }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, type]) => [name, name in initialArgs || type.control ? type : { ...type, control: false }]),
  );

const preview: Preview = {
  argTypesEnhancers: [onlyWorkingControls],
  tags: ['autodocs'],
  initialGlobals: { scheme: 'light', locale: 'en' },
  globalTypes: {
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: { title: 'Scheme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    locale: {
      description: 'Language of the page',
      toolbar: { title: 'Language', icon: 'globe', items: ['en', 'ar'], dynamicTitle: true },
    },
  },
  parameters: { layout: 'fullscreen', a11y: { test: 'error' }, controls: { expanded: true } },
  decorators: [
    (story, context) => {
      applyToPage(context.globals);
      return story();
    },
  ],
};
export default preview;
