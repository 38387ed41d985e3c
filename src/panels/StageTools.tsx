/** StageTools: how wide time is drawn, the fold, and the way to a variable by its name. */
import { useState } from 'react'
import type { Graph } from '../engine/unfold'
import type { Language } from '../i18n'
import { neverFolded } from '../layout/columns'
import { restoreCuts } from '../store/actions/explain'
import { setFoldOpen, zoom } from '../store/actions/view'
import { Icon } from './icons'
import { useDictionary, useNames, useUnfold, useValue } from './useUnfold'

export const StageTools = () => {
  const unfold = useUnfold()
  const { stage } = useDictionary()
  const isFoldOpen = useValue(
    ({ view, document }) =>
      view.isFoldOpen && document.network.sequence.inputs.length > neverFolded,
  )
  return (
    <div className="stage-tools">
      {isFoldOpen && (
        <button
          type="button"
          className="quiet"
          aria-label={stage.fold}
          title={stage.fold}
          onClick={() => setFoldOpen(unfold, false)}
        >
          <Icon name="fold" />
          <span>{stage.fold}</span>
        </button>
      )}
      <Restore />
      <GoTo />
      <button
        type="button"
        className="plain"
        aria-label={stage.narrower}
        title={stage.narrower}
        onClick={() => zoom(unfold, -1)}
      >
        <Icon name="narrower" />
      </button>
      <button
        type="button"
        className="plain"
        aria-label={stage.wider}
        title={stage.wider}
        onClick={() => zoom(unfold, 1)}
      >
        <Icon name="wider" />
      </button>
    </div>
  )
}

/** As long as a gradient is held back, wherever one looks. */
const Restore = () => {
  const unfold = useUnfold()
  const { explain } = useDictionary()
  const cuts = useValue(({ cuts }) => cuts)
  if (cuts.size === 0) return null
  const words = explain.restoreCuts(cuts.size)
  return (
    <button
      type="button"
      className="quiet restore"
      aria-label={words}
      title={words}
      onClick={() => restoreCuts(unfold)}
    >
      ✕<span> {words}</span>
    </button>
  )
}

interface Unknown {
  readonly say: (language: Language) => string
  readonly in: Graph
}

const GoTo = () => {
  const unfold = useUnfold()
  const { stage } = useDictionary()
  const network = useValue(({ document }) => document.network)
  const { graph } = unfold.derived.planOf(network).runner
  const names = useNames(graph.cell)
  // Of another network the same name may be one.
  const [unknown, setUnknown] = useState<Unknown | null>(null)
  const isUnknown = unknown?.in === graph
  const matrix = names.text(graph.byKey.get('W')!)
  const go = async (field: HTMLInputElement) => {
    // Before what is left is emptied.
    const name = field.value
    const { goToNamed } = await import('./goToNamed')
    const say = goToNamed(unfold, name, graph.tau, matrix)
    if (say) setUnknown({ say, in: graph })
    else clear(field)
  }
  // What is done, or given up, stands in nobody's way.
  const clear = (field: HTMLInputElement) => {
    field.value = ''
    setUnknown(null)
  }
  return (
    <label className="go-to-field">
      <span aria-hidden="true">{stage.goToLead}</span>
      <input
        className="go-to"
        type="text"
        enterKeyHint="go"
        placeholder={stage.goToPlaceholder}
        aria-label={stage.goTo}
        aria-invalid={isUnknown}
        title={stage.goToHint(matrix)}
        spellCheck={false}
        autoComplete="off"
        onChange={() => setUnknown(null)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') void go(currentTarget)
          if (key === 'Escape') clear(currentTarget)
        }}
        onBlur={({ currentTarget }) => clear(currentTarget)}
      />
      <p className="go-to-note" role="alert">
        {isUnknown && unknown.say(unfold.store.getState().language)}
      </p>
    </label>
  )
}
