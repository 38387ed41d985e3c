/** Spoken term: what a term reads, as it is said: names in their order, and which of them stand transposed. */
import type { Expression } from '../engine/expression'
import { type Reading, type Term, readingOf } from '../engine/term'

export const spokenTerm = (
  term: Term,
  nameOf: (reading: Reading) => string,
  transposed: (name: string) => string,
): string => {
  const visit = (expression: Expression, isTransposed: boolean): readonly string[] => {
    if (expression.kind === 'number') return []
    if (expression.kind !== 'apply') {
      const name = nameOf(readingOf(term, expression))
      return [isTransposed ? transposed(name) : name]
    }
    const { fn, args } = expression
    // Of an outer product u vᵀ the second factor lies down.
    return args.flatMap((arg, i) =>
      visit(arg, isTransposed !== (fn === 'transpose' || (fn === 'outer' && i === 1))),
    )
  }
  return [...new Set(visit(term.expression, false))].join(' ')
}
