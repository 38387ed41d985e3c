/** Early: a part in a chunk of its own that stands there without a gap, and without a second look of React's, if it was fetched before it is shown. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

export interface Early<P> {
  readonly Part: LazyExoticComponent<ComponentType<P>>
  readonly fetch: () => Promise<unknown>
}

export const early = <P>(load: () => Promise<ComponentType<P>>): Early<P> => {
  let part: ComponentType<P> | null = null
  const fetch = async () => ({ default: (part ??= await load()) })
  return { fetch, Part: lazy(() => (part ? answered({ default: part }) : fetch())) }
}

/** A promise answers later, even where its answer is known; React takes one that is given at once. */
const answered = <T>(value: T): Promise<T> =>
  // oxlint-disable-next-line unicorn/no-thenable
  ({ then: (take: (value: T) => void) => take(value) }) as unknown as Promise<T>
