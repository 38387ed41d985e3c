/** EquationFrame: round an equation in full: its number in the book, and what may be shown of it. */
import type { ReactNode } from 'react'
import { equationForms } from '../engine/inline'
import { setForm, setNumbers } from '../store/actions/explain'
import { useDictionary, useUnfold, useValue } from './useUnfold'

interface Props {
  readonly number: string | null
  /** Has the book another form of it? */
  readonly hasForms: boolean
  readonly hasNumbers: boolean
  readonly children: ReactNode
}

export const EquationFrame = ({ number, hasForms, hasNumbers, children }: Props) => {
  const unfold = useUnfold()
  const { inspector, explain } = useDictionary()
  const form = useValue(({ explaining }) => explaining.form)
  return (
    <div className="equation full">
      {children}
      <div className="beside">
        {number && <span title={inspector.equation(number)}>({number})</span>}
        <span className="spread" />
        {hasForms && (
          <span className="forms" role="group" aria-label={explain.form}>
            {equationForms.map((one) => (
              <button
                key={one}
                type="button"
                className="small"
                aria-pressed={form === one}
                title={explain.formHints[one]}
                onClick={() => setForm(unfold, one)}
              >
                {explain.forms[one]}
              </button>
            ))}
          </span>
        )}
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
