/** FormChoice: an equation as the graph has it, or as the book has it. */
import { equationForms } from '../engine/inline'
import { setForm } from '../store/actions/explain'
import { useGradientWords } from './useGradientWords'
import { useUnfold, useValue } from './useUnfold'

export const FormChoice = () => {
  const unfold = useUnfold()
  const words = useGradientWords()
  const form = useValue(({ explaining }) => explaining.form)
  return (
    <span className="forms" role="group" aria-label={words.form}>
      {equationForms.map((one) => (
        <button
          key={one}
          type="button"
          className="small"
          aria-pressed={form === one}
          title={words.formHints[one]}
          onClick={() => setForm(unfold, one)}
        >
          {words.forms[one]}
        </button>
      ))}
    </span>
  )
}
