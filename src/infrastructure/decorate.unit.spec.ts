import { decorate, decorateAll } from './decorate';

class Counter {
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(by: number): number {
    this.#count += by;
    return this.#count;
  }

  addTwice(by: number): number {
    return this.add(by) + this.add(by);
  }
}

describe('a decorated port', () => {
  it('calls what stands around a method, and the other methods and values as they are', () => {
    const asked: number[] = [];
    const counter = decorate(new Counter(), {
      add: (add) => (by) => {
        asked.push(by);
        return add(by) * 100;
      },
    });
    expect([counter.add(1), counter.addTwice(2), counter.count]).toEqual([100, 8, 5]);
    expect(asked).toEqual([1]);
  });

  it('may be decorated again: the outer one is called first', () => {
    const order: string[] = [];
    const named = (name: string) => (add: Counter['add']) => (by: number) => {
      order.push(name);
      return add(by);
    };
    const inner = decorate(new Counter(), { add: named('inner') });
    expect(decorate(inner, { add: named('outer') }).add(3)).toBe(3);
    expect(order).toEqual(['outer', 'inner']);
  });

  it('may have the same around all of its methods', () => {
    const names: unknown[] = [];
    const counter = decorateAll(new Counter(), (method) => (...given) => {
      names.push(given);
      return method(...given);
    });
    expect([counter.add(1), counter.addTwice(2), counter.count]).toEqual([1, 8, 5]);
    expect(names).toEqual([[1], [2]]);
  });
});
