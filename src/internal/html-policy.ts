/** The part of the Trusted Types API used here. */
export interface HtmlPolicy {
  createHTML(html: string): string;
}

interface WithTrustedTypes {
  readonly trustedTypes?: {createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy};
}

/** A host's list of policies names it. */
export const policyName = 'loop-inbox#html';

function create(): HtmlPolicy | undefined | null {
  try {
    return (globalThis as WithTrustedTypes).trustedTypes?.createPolicy(policyName, {createHTML: (html) => html});
  } catch {
    return null;
  }
}

const created = create();

/** The one Trusted Types policy of a page, for templates and for what was sanitised: a list of policies lets each name be made once. */
export const htmlPolicy = created ?? undefined;

/** True where the page does not let this policy be made. */
export const isRefused = created === null;
