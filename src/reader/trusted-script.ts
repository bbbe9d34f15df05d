type Policy = { readonly createScriptURL: (address: string) => string };
/** As far as it is used here; TypeScript's library does not have it. */
type TrustedTypes = { readonly createPolicy: (name: string, rules: Policy) => Policy };
type Trusting = { readonly trustedTypes?: TrustedTypes; datelineScripts?: Policy };

/**
 * The address of a script that the page may start. Pages allow none to be made out of a text but by one policy, which may be
 * made once (Trusted Types): the start script and the app share it.
 */
export function trustedScript(address: string): string {
  const page = globalThis as Trusting;
  const policy = page.datelineScripts ?? page.trustedTypes?.createPolicy("dateline", { createScriptURL: (one) => one });
  if (!policy) return address;
  page.datelineScripts = policy;
  return policy.createScriptURL(address);
}
