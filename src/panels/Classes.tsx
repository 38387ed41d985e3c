/** Classes: with one output, at the end, the target is one of a few classes, whose names can be changed. */
import { classesWords } from '../i18n/classes'
import { toVisible } from '../notation/names'
import { setClass, setClasses } from '../store/actions/edit'
import { classesText, outputSymbols } from '../store/document'
import { DraftField } from './DraftField'
import { useDictionary, useNetwork, useUnfold, useWords } from './useUnfold'

export const Classes = () => {
  const unfold = useUnfold()
  const { top } = useDictionary()
  const words = useWords(classesWords)
  const network = useNetwork()
  const labels = outputSymbols(network)
  const [target] = network.sequence.targets
  return (
    <>
      <label className="field">
        <span className="label">{top.shouldSay}</span>
        <select
          aria-label={top.target}
          value={labels[target!]}
          onChange={({ target: { value } }) => setClass(unfold, value)}
        >
          {labels.map((label) => (
            <option key={label} value={label}>
              {toVisible(label)}
            </option>
          ))}
        </select>
      </label>
      <DraftField
        label={words.classes}
        value={classesText(network)}
        onApply={(text) => setClasses(unfold, text)}
        hint={words.hint}
        placeholder=""
        type="text"
        range={null}
      >
        {words.classes}
      </DraftField>
    </>
  )
}
