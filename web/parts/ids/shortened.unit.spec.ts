import { shortened } from './shortened';

it('keeps the beginning and the end', () => {
  expect(['PM000123', 'pay_0b8f2a64-6f0e-5d3c-9c1b-2f8f4ad01f3a'].map(shortened)).toEqual([
    'PM000123',
    'pay_0b8f2…d01f3a',
  ]);
});
