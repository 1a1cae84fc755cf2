/** Encrypts texts that are kept for a while outside the log. */
export interface Sealer {
  /** The text, encrypted and bound to where it is kept: with another context it can not be opened. */
  seal(text: string, context: string): string;
  /** The text again; null when it was sealed with another key or context, or was changed. */
  open(sealed: string, context: string): string | null;
}

export const SEALER = Symbol('Sealer');
