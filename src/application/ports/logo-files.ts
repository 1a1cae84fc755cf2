/** Pictures that stand, or stood, on receipts, each under the hash of its bytes: an old receipt is printed with what it had. */
export interface LogoFiles {
  keep(sha256: string, content: Buffer): Promise<void>;
  /** Throws when it was never kept. */
  read(sha256: string): Promise<Buffer>;
}

export const LOGO_FILES = Symbol('LogoFiles');
