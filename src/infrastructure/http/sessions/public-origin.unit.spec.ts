import { PublicOrigin } from './public-origin';

const originOf = (publicUrl: string | null, host: string) => new PublicOrigin(publicUrl).of({ headers: { host } });

describe('the address of the screens', () => {
  it.each([
    ['https://books.example.com', 'anything.example', 'https://books.example.com'],
    ['http://localhost:8080', 'anything.example', 'http://localhost:8080'],
    ['http://books.example.com', 'books.example.com', null],
    [null, '127.0.0.1:3000', 'http://127.0.0.1:3000'],
    [null, 'localhost:3000', 'http://localhost:3000'],
    [null, '[::1]:3000', 'http://[::1]:3000'],
    [null, '0.0.0.0:3000', null],
    [null, 'books.example.com', null],
    [null, '127.0.0.1.example.com', null],
    [null, 'localhost@example.com', null],
    [null, '', null],
  ])('with PUBLIC_URL %s and host "%s" is %s', (publicUrl, host, origin) => {
    expect(originOf(publicUrl, host)).toBe(origin);
  });
});

describe('a command with a cookie', () => {
  const refused = (method: string, headers: Readonly<Record<string, string>>) => {
    const request = { method, headers: { host: '127.0.0.1:3000', ...headers } };
    try {
      new PublicOrigin(null).refuseCrossSite(request as never);
    } catch (error) {
      return (error as { problem: { code: string } }).problem.code;
    }
    return null;
  };

  it.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['our own page', { 'x-console': '1', 'sec-fetch-site': 'same-origin' }, null],
    [
      'our own page in a browser that says the origin only',
      { 'x-console': '1', origin: 'http://127.0.0.1:3000' },
      null,
    ],
    ['a form, which can set no header', { 'sec-fetch-site': 'same-origin' }, 'cross_site'],
    ['another site', { 'x-console': '1', 'sec-fetch-site': 'cross-site' }, 'cross_site'],
    ['another port of this machine', { 'x-console': '1', 'sec-fetch-site': 'same-site' }, 'cross_site'],
    ['an address that was typed', { 'x-console': '1', 'sec-fetch-site': 'none' }, 'cross_site'],
    ['another origin', { 'x-console': '1', origin: 'http://127.0.0.1:4000' }, 'cross_site'],
    ['no origin at all', { 'x-console': '1' }, 'cross_site'],
    [
      'an origin that contradicts the browser',
      { 'x-console': '1', 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' },
      'cross_site',
    ],
  ])('of %s', (_, headers, code) => {
    expect([refused('POST', headers), refused('DELETE', headers)]).toEqual([code, code]);
  });

  it('is not a query', () => {
    expect([refused('GET', { 'sec-fetch-site': 'cross-site' }), refused('HEAD', {})]).toEqual([null, null]);
  });
});
