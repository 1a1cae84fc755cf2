const LONGEST = 254;
const LONGEST_USER = 64;
/** Letters of any script, digits, and what RFC 5322 lets stand without quotes, in words joined by dots. */
const USER = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u;
const TOP_LABEL = /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/iu;

/** An address as people have it: `user@host.top`, in any script; no quoted users, no bare hosts, no addresses of networks. */
export function isEmail(text: string): boolean {
  if (text.length > LONGEST) return false;
  const at = text.lastIndexOf('@');
  const labels = text.slice(at + 1).split('.');
  const user = text.slice(0, Math.max(at, 0));
  return (
    Buffer.byteLength(user) <= LONGEST_USER &&
    USER.test(user) &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LABEL.test(labels.at(-1) ?? '')
  );
}
