/** Equation: a formula in its frame, with its number in the book. */
import type { ReactNode } from 'react'
import { Formula } from './Formula'
import { useDictionary } from './useUnfold'

interface EquationProps {
  readonly tex: string
  readonly number: string | null
  /** After its number. */
  readonly more?: ReactNode
  /** The same with numbers. */
  readonly numbers?: ReactNode
}

export const Equation = ({ tex, number, more, numbers }: EquationProps) => {
  const { inspector } = useDictionary()
  return (
    <div className={numbers ? 'equation brief plugged-in' : 'equation brief'}>
      <Formula tex={tex} />
      <span className="beside">
        {number && <span title={inspector.equation(number)}>({number})</span>}
        {more}
      </span>
      {numbers}
    </div>
  )
}
