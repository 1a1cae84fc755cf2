type Method = (...given: readonly unknown[]) => unknown;

/** For methods of a port, what stands around each: given the method, it answers the one to be called instead. */
export type Decorators<T> = { readonly [Name in keyof T]?: (method: T[Name]) => T[Name] };

/** The port with some of its methods decorated; the others stay as they are. */
export function decorate<T extends object>(port: T, decorators: Decorators<T>): T {
  const byName = new Map<PropertyKey, unknown>(Object.entries(decorators));
  return throughEach(port, (method, name) => {
    const decorator = byName.get(name);
    // The compiler has compared each decorator with the method of its name.
    return decorator === undefined ? method : (decorator as (method: Method) => Method)(method);
  });
}

/** The port with all of its methods decorated in the same way. */
export function decorateAll<T extends object>(port: T, decorator: (method: Method) => Method): T {
  return throughEach(port, decorator);
}

/** Methods are called on the port itself, since they may stand on its class and use what is private there. */
function throughEach<T extends object>(port: T, decorated: (method: Method, name: PropertyKey) => Method): T {
  const made = Object.create(null) as T;
  return new Proxy(made, {
    get(_, name) {
      const known: unknown = Reflect.get(made, name);
      const member: unknown = known ?? Reflect.get(port, name);
      if (known !== undefined || typeof member !== 'function') return member;
      const method = decorated((...given) => Reflect.apply(member, port, given) as unknown, name);
      Reflect.set(made, name, method);
      return method;
    },
  });
}
