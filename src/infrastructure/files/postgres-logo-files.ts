import { type Pool } from 'pg';
import { type LogoFiles } from '../../application/ports/logo-files';
import { type MasterKey } from '../security/master-key';
import { KeptFiles } from './kept-files';

export class PostgresLogoFiles implements LogoFiles {
  private readonly keptFiles: KeptFiles;

  constructor(pool: Pool, masterKey: MasterKey) {
    this.keptFiles = new KeptFiles(pool, masterKey);
  }

  async keep(sha256: string, content: Buffer): Promise<void> {
    if ((await this.keptFiles.read(fileId(sha256))) !== null) return;
    await this.keptFiles.keep(fileId(sha256), once(content));
  }

  async read(sha256: string): Promise<Buffer> {
    const content = await this.keptFiles.read(fileId(sha256));
    if (content === null) throw new Error(`The logo ${sha256} is not among the kept files of this database.`);
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(content);
}

function fileId(sha256: string): string {
  return `logo-${sha256}`;
}
