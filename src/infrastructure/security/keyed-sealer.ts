import { type Sealer } from '../../application/ports/sealer';
import { seal, unseal } from './authenticated-encryption';

/** AES-256-GCM under one key of 32 bytes, as base64. */
export class KeyedSealer implements Sealer {
  constructor(private readonly key: Buffer) {}

  seal(text: string, context: string): string {
    return seal(this.key, Buffer.from(text, 'utf8'), context).toString('base64');
  }

  open(sealed: string, context: string): string | null {
    return unseal(this.key, Buffer.from(sealed, 'base64'), context)?.toString('utf8') ?? null;
  }
}
