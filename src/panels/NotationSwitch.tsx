/** NotationSwitch: what the parameters are called: as in the book, by what they join, or as in PyTorch. */
import { Suspense, lazy, memo } from 'react'
import { type Notation, isOffered, notations, plainNames } from '../notation/notations'
import { setNotation } from '../store/actions/view'
import { storyOf } from '../store/unfold'
import { useDictionary, useUnfold, useValue } from './useUnfold'

export const TorchNote = lazy(async () => ({ default: (await import('./TorchNote')).TorchNote }))

export const NotationSwitch = memo(() => {
  const unfold = useUnfold()
  const { names: words } = useDictionary()
  const notation = useValue((state) => state.notation)
  useValue(({ document }) => document)
  const { cell } = storyOf(unfold).trace.graph
  const matrices = cell.parameters.filter(({ dimensions }) => dimensions.length === 2)
  const shown = (one: Notation) =>
    matrices.map(({ name }) => plainNames(cell, one)(name)).join(', ')
  return (
    <>
      <label className="notation" title={words.hint}>
        {words.label}
        <select
          className="quiet"
          value={notation}
          onChange={({ target }) => setNotation(unfold, target.value as Notation)}
        >
          {notations.map((one) => (
            <option key={one} value={one}>
              {isOffered(cell, one)
                ? `${words.notations[one]} · ${shown(one)}`
                : words.notations[one]}
            </option>
          ))}
        </select>
      </label>
      {!isOffered(cell, notation) && (
        <Suspense>
          <TorchNote name={null} />
        </Suspense>
      )}
    </>
  )
})
