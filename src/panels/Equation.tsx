/** Equation: a formula in its frame, with its number in the book. */
import { Formula } from './Formula'
import { useDictionary } from './useUnfold'

interface EquationProps {
  readonly tex: string
  readonly number: string | null
}

export const Equation = ({ tex, number }: EquationProps) => {
  const { inspector } = useDictionary()
  return (
    <div className="equation brief">
      <Formula tex={tex} />
      <span className="beside">
        {number && <span title={inspector.equation(number)}>({number})</span>}
      </span>
    </div>
  )
}
