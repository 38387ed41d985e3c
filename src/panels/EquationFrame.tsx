/** EquationFrame: round an equation in full: its number in the book, and what may be shown of it. */
import type { ReactNode } from 'react'
import { setNumbers } from '../store/actions/explain'
import { useDictionary, useUnfold } from './useUnfold'

interface Props {
  readonly number: string | null
  /** Where the book has another form of it: the choice. */
  readonly forms: ReactNode
  readonly hasNumbers: boolean
  readonly children: ReactNode
}

export const EquationFrame = ({ number, forms, hasNumbers, children }: Props) => {
  const { inspector } = useDictionary()
  return (
    <div className="equation full">
      {children}
      <div className="beside">
        {number && <span title={inspector.equation(number)}>({number})</span>}
        <span className="spread" />
        {forms}
        <NumbersButton hasNumbers={hasNumbers} />
      </div>
    </div>
  )
}

export const NumbersButton = ({ hasNumbers }: Pick<Props, 'hasNumbers'>) => {
  const unfold = useUnfold()
  const { explain } = useDictionary()
  return (
    <button
      type="button"
      className="small"
      aria-pressed={hasNumbers}
      onClick={() => setNumbers(unfold, !hasNumbers)}
    >
      {explain.numbers}
    </button>
  )
}
