import fc from 'fast-check';
import { createLogger } from './logger';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('is JSON with level and an ISO time', () => {
    const line: unknown = JSON.parse(
      logged((logger) => {
        logger.info({ status: 200 }, 'answered');
      }),
    );
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
      status: 200,
      msg: 'answered',
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a header', { headers: { authorization: 'hunter2hunter2' } }],
    ['a token', { accessToken: 'hunter2hunter2' }],
    ['secrets in a list', { webhookSecrets: ['hunter2hunter2', 'a "hunter2hunter2" ]'] }],
    ['a body', { body: { nested: 'hunter2hunter2' } }],
    ['a password, deep', { a: { b: { c: { password: 'hunter2hunter2"\\' } } } }],
    ['a bearer in a text', { note: 'sent Bearer hunter2hunter2 to them' }],
    ['one of our keys', { note: 'ddl_hunter2hunter2hunter2hunter2' }],
    ['a GoCardless token', { note: 'sandbox_hunter2hunter2hunter2' }],
    ['an address with a password', { note: 'postgres://user:hunter2hunter2@host/db' }],
    ['an error', { err: new Error('refused: Bearer hunter2hunter2') }],
  ])('redacts %s', (_, fields) => {
    const line = logged((logger) => {
      logger.error(fields, 'failed');
    });
    expect(line).not.toContain('hunter2');
    expect(line).toContain('[redacted]');
    expect(JSON.parse(line)).toMatchObject({ level: 'error', msg: 'failed' });
  });

  it('redacts an e-mail address wherever it stands', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string(), fc.string(), (address, before, after) => {
        const line = logged((logger) => {
          logger.info({ note: `${before} ${address} ${after}` }, 'x');
        });
        expect(() => {
          JSON.parse(line);
        }).not.toThrow();
        const domain = address.slice(address.indexOf('@'));
        expect(line).not.toContain(domain);
      }),
    );
  });

  it('keeps what is no secret, and its line stays JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-d]{1,3}$/),
          fc.oneof(fc.integer(), fc.boolean(), fc.stringMatching(/^[a-z ]*$/)),
        ),
        (fields) => {
          expect(
            JSON.parse(
              logged((logger) => {
                logger.info({ fields });
              }),
            ),
          ).toMatchObject({ fields });
        },
      ),
    );
  });
});
