/** FormChoice: an equation as the graph has it, or as the book has it. */
import { equationForms } from '../engine/inline'
import { gradientWords } from '../i18n/gradient'
import { setForm } from '../store/actions/explain'
import { useUnfold, useValue, useWords } from './useUnfold'

export const FormChoice = () => {
  const unfold = useUnfold()
  const words = useWords(gradientWords)
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
