import { startProduct } from '../../../test/support/product';
it('x', async () => {
  const product = await startProduct();
  const d = await product.api('GET', '/api/docs-json');
  const refs = new Set([...d.text.matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map((m) => m[1] ?? ''));
  const have = new Set(Object.keys((d.json['components'] as any).schemas));
  console.log([...refs].filter((r) => !have.has(r)), refs.size);
  await product.stop();
});
