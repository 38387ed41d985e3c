/** Widened: the type of a dictionary by the English one: texts may differ, keys and parameters may not. */
export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => R
    : { readonly [K in keyof T]: Widened<T[K]> }
