/** PluggedTerm: a term with its numbers plugged in, which comes when one is first asked for. */
import { type ComponentProps, Suspense, lazy } from 'react'
import { late } from './late'

const NumericTerm = lazy(async () => ({ default: (await import('./NumericTerm')).NumericTerm }))

export const PluggedTerm = (props: ComponentProps<typeof NumericTerm>) => (
  <Suspense fallback={late}>
    <NumericTerm {...props} />
  </Suspense>
)
