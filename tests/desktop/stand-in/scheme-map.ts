/**
 * Chromium refuses a scheme it does not know before any debugger sees the request. So the page of
 * `app://host/path` is really `https://host.app.stand-in.test/path`, answered without touching the network,
 * and everything the app sees is mapped back.
 */
const SUFFIX = '.stand-in.test';
const schemes = new Set<string>();

/** Makes a scheme known to the mapping. */
export function mapScheme(scheme: string): void {
  schemes.add(scheme);
}

/** The URL Chromium is given for the app's URL. */
export function toPageUrl(url: string): string {
  const parts = /^([a-z][a-z0-9+-]*):\/\/([^/?#]+)(.*)$/is.exec(url);
  if (!parts) return url;
  const scheme = String(parts[1]).toLowerCase();
  if (!schemes.has(scheme)) return url;
  const rest = String(parts[3]);
  return `https://${String(parts[2]).toLowerCase()}.${scheme}${SUFFIX}${rest.startsWith('/') ? '' : '/'}${rest}`;
}

/** The app's URL for the URL Chromium reports. */
export function fromPageUrl(url: string): string {
  const parts = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.stand-in\.test(?=[/?#]|$)(.*)$/is.exec(url);
  return parts ? `${parts[2]}://${parts[1]}${parts[3]}` : url;
}

/** Origin of an app URL as Electron gives it: a standard scheme has one, unlike in the URL class. */
export function originOf(url: string): string {
  const parts = /^([a-z][a-z0-9+-]*):\/\/[^/?#]+/i.exec(url);
  if (parts && schemes.has(String(parts[1]).toLowerCase())) return parts[0];
  return URL.canParse(url) ? new URL(url).origin : 'null';
}

/** Rewrites the mapped schemes inside a Content-Security-Policy, which Chromium enforces on the https page. */
export function mapPolicy(policy: string): string {
  return policy.replace(
    /(^|[\s;])([a-z][a-z0-9+-]*):(\/\/[^\s;/]+)?(?=[\s;/]|$)/gi,
    (whole, lead, scheme, host) => {
      if (!schemes.has(scheme.toLowerCase())) return whole;
      return `${lead}https:${host ?? `//*.${scheme}`}${host ? `.${scheme}` : ''}${SUFFIX}`;
    },
  );
}
