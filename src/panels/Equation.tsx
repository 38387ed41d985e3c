/** Equation: a formula in its frame, with its number in the book and the shapes of its parts. */
import { Formula } from './Formula'
import { useDictionary } from './useUnfold'

interface EquationProps {
  readonly tex: string
  readonly shapes: string | null
  readonly number: string | null
  readonly isBrief: boolean
}

export const Equation = ({ tex, shapes, number, isBrief }: EquationProps) => {
  const { inspector } = useDictionary()
  return (
    <div className={isBrief ? 'equation brief' : 'equation'}>
      <Formula tex={tex} />
      <span className="beside">
        {number && <span title={inspector.equation(number)}>({number})</span>}
        {shapes && !isBrief && <span>{shapes}</span>}
      </span>
    </div>
  )
}
