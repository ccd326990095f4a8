/** Session ids, JWTs, bearer headers and `name=secret` pairs, as they turn up in messages of libraries. */
const PATTERNS: readonly RegExp[] = [
  /00D\w{12,15}![\w.]+/g,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g,
  /\b(?:Bearer|OAuth) [\w.!~+/=-]{12,}/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/g,
  /(?<=(?:access_token|refresh_token|client_secret|password|assertion|sessionId|sid)["'\s]{0,2}[=:>]["'\s]{0,2})[^\s"'&<>]+/gi,
];

/**
 * The text without secrets. `secrets` are values known to be secret (a password, a token); the patterns catch the
 * rest.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) if (secret.length >= 4) clean = clean.replaceAll(secret, '***');
  for (const pattern of PATTERNS) clean = clean.replace(pattern, '***');
  return clean;
}
