import { keyOf, kindOf } from './key';

it('says which of the three was typed, and guesses nothing', () => {
  const typed = [' ada@payer.example ', 'CU0001ABC', 'MD0001ABC', 'cu0001', 'Ada Payer', '', '@', 'PM0001'];
  expect(typed.map(kindOf)).toEqual(['email', 'gocardlessCustomerId', 'mandateId', null, null, null, null, null]);
  expect(keyOf('email', ' ada@payer.example ')).toEqual({ email: 'ada@payer.example' });
});
