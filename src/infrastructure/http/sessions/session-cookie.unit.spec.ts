import fc from 'fast-check';
import { SessionCookie } from './session-cookie';

const TOKEN = 'A'.repeat(43);

function written(origin: string, path?: string): string {
  const headers: string[] = [];
  const reply = { header: (_: string, value: string) => headers.push(value) };
  new SessionCookie(origin, 'session', path).set(reply as never, TOKEN, 43_200);
  return headers.join('\n');
}

it('is for this site alone, and for no script', () => {
  expect(written('https://books.example.com')).toBe(
    `__Host-session=${TOKEN}; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict; Secure`,
  );
  expect(written('http://127.0.0.1:3000')).toBe(`session=${TOKEN}; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict`);
  expect(written('https://books.example.com', '/portal')).toBe(
    `session=${TOKEN}; Max-Age=43200; Path=/portal; HttpOnly; SameSite=Strict; Secure`,
  );
});

it('is found among others, under its own name only', () => {
  const secure = new SessionCookie('https://books.example.com');
  const plain = new SessionCookie('http://127.0.0.1:3000');
  const header = `a=b; session=${'B'.repeat(43)}; __Host-session=${TOKEN}`;
  expect([secure.read(header), plain.read(header)]).toEqual([TOKEN, 'B'.repeat(43)]);
  expect([plain.read(undefined), plain.read('session=short'), plain.read(`xsession=${TOKEN}`)]).toEqual([
    null,
    null,
    null,
  ]);
});

it('reads nothing but a token from whatever is sent', () => {
  const cookie = new SessionCookie('http://127.0.0.1:3000');
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (header) => {
      expect(cookie.read(header) ?? TOKEN).toMatch(/^[\w-]{43}$/);
    }),
  );
});
