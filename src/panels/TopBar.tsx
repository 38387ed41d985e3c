/** TopBar: what the network reads and should say, its size, its weights; files, language, theme. */
import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { activations, type Activation, type Sequence as NetworkSequence } from '../engine/network'
import {
  hiddenRange,
  setActivation,
  setHiddenSize,
  setInput,
  setSeed,
  setTarget,
} from '../store/actions/edit'
import { setLanguage, setTheme } from '../store/actions/view'
import { hasOneTarget, inputText, targetText, targetToFollow } from '../store/document'
import { noTarget } from '../store/symbols'
import { type Language, languages } from '../i18n'
import { addCover } from './covers'
import { DraftField } from './DraftField'
import { FileMenu } from './FileMenu'
import { HistoryButton } from './HistoryButton'
import { Icon } from './icons'
import { PatternControl } from './PatternControl'
import { Speed, StepSize } from './Transport'
import { compact, narrow, onlyTouch, phone, small, useMedia } from './useMedia'
import { useDictionary, useNetwork, useUnfold, useValue } from './useUnfold'

const Classes = lazy(async () => ({ default: (await import('./Classes')).Classes }))
const NamedHistory = lazy(async () => ({ default: (await import('./NamedHistory')).NamedHistory }))
const OwnTarget = lazy(async () => ({ default: (await import('./OwnTarget')).OwnTarget }))
const TargetNote = lazy(async () => ({ default: (await import('./TargetNote')).TargetNote }))

interface Props {
  readonly onKeys: () => void
}

export const TopBar = ({ onKeys }: Props) => {
  const isNarrow = useMedia(narrow)
  const isSmall = useMedia(small)
  return (
    <header className="top">
      <h1 className="brand">
        un<span>fold</span>
      </h1>
      <Summary />
      <Sequence />
      {!isSmall && <Size />}
      {!isNarrow && <Weights />}
      <span className="gap" />
      {/* Where no setting before it moves it. */}
      <History />
      <div className="ends">
        <FileMenu />
        {isNarrow ? <Settings onKeys={onKeys} /> : <Preferences onKeys={onKeys} />}
      </div>
    </header>
  )
}

/** On a small screen the rest waits behind a button, and opens over the stage, which keeps its room. */
const Settings = ({ onKeys }: Props) => {
  const { top, transport } = useDictionary()
  const isSmall = useMedia(small)
  const isCompact = useMedia(compact)
  const isPhone = useMedia(phone)
  const drawer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = drawer.current!
    const keeping = import('./keepTapsFrom').then(({ keepTapsFrom }) => keepTapsFrom(element))
    const uncover = addCover(element)
    return () => {
      uncover()
      void keeping.then((stop) => stop())
    }
  }, [])
  return (
    <>
      <button type="button" className="quiet settings-toggle" popoverTarget="settings">
        {top.settings}
      </button>
      <div ref={drawer} id="settings" className="covers drawer" popover="auto">
        <Preferences onKeys={onKeys} />
        <div className="drawer-row">
          {isSmall && <Size />}
          <Weights />
        </div>
        {isPhone && (
          <div className="drawer-row steps">
            <span className="label">{transport.stepLead}</span>
            <StepSize />
            <span className="drawer-part">
              <span className="label">{transport.speed}</span>
              <Speed />
            </span>
          </div>
        )}
        {/* What comes with a pattern comes at the end, and moves nothing under the finger. */}
        {isCompact && <PatternControl />}
      </div>
    </>
  )
}

/** For screen readers: what this is, and what to press. */
const Summary = () => {
  const { summary } = useDictionary()
  const { architecture, sequence } = useValue(({ document }) => document.network)
  const isTouched = useMedia(onlyTouch)
  return (
    <p className="off-screen">
      {summary(sequence.inputs.length, architecture.hiddenSize, isTouched)}
    </p>
  )
}

/** What the texts came to by the last edit of either, and what was typed as the target. */
interface Edited {
  readonly sequence: NetworkSequence
  readonly target: string | null
}

const Sequence = () => {
  const unfold = useUnfold()
  const { top } = useDictionary()
  const network = useNetwork()
  const { sequence } = network
  const follow = useValue(({ document }) => targetToFollow(document))
  const hasVectors = sequence.inputs.some((input) => typeof input !== 'number')
  const [edited, setEdited] = useState<Edited | null>(null)
  // What is undone is said no more.
  if (edited && edited.sequence !== sequence) setEdited(null)
  const edit = (target: string | null, isApplied: boolean): boolean => {
    setEdited({ sequence: unfold.store.getState().document.network.sequence, target })
    return isApplied
  }
  const applyTarget = (text: string) => edit(text, setTarget(unfold, text))
  return (
    <>
      <div className="group sequence">
        <DraftField
          label={top.input}
          value={inputText(network)}
          onApply={(text) => edit(null, setInput(unfold, text))}
          hint={top.inputEmpty}
          isRequirement
          placeholder={hasVectors ? top.inputVectors(sequence.inputs.length) : ''}
          type="text"
          range={null}
        >
          {top.reads}
        </DraftField>
        {hasOneTarget(network) ? (
          <Suspense>
            <Classes />
          </Suspense>
        ) : (
          <DraftField
            label={top.target}
            value={targetText(network)}
            onApply={applyTarget}
            hint={top.targetHint(noTarget)}
            placeholder={noTarget}
            type="text"
            range={null}
          >
            {top.shouldSay}
          </DraftField>
        )}
        <Suspense>{follow !== null && <OwnTarget follow={follow} />}</Suspense>
      </div>
      {/* Over what is below, and only as long as one types: it moves nothing. */}
      <Suspense>
        {edited?.sequence === sequence && !hasOneTarget(network) && (
          <TargetNote
            typed={edited.target}
            onFollow={applyTarget}
            onClose={() => setEdited(null)}
          />
        )}
      </Suspense>
    </>
  )
}

const Size = () => {
  const unfold = useUnfold()
  const { top, functions } = useDictionary()
  const { hiddenSize, activation } = useValue(({ document }) => document.network.architecture)
  const { min, max } = hiddenRange
  return (
    <div className="group size">
      <DraftField
        label={top.hidden}
        value={String(hiddenSize)}
        onApply={(text) => setHiddenSize(unfold, text === '' ? NaN : Number(text))}
        hint={top.hiddenRange(min, max)}
        placeholder=""
        type="number"
        range={hiddenRange}
      >
        {/* Where there is room for what it is called. */}
        <span className="in-drawer">{top.hidden} </span>
        <i>n</i>
        <sub>h</sub>
      </DraftField>
      <label className="field" title={top.activation}>
        <span className="label">
          <i>f</i>
        </span>
        <select
          aria-label={top.activation}
          value={activation}
          onChange={({ target }) => setActivation(unfold, target.value as Activation)}
        >
          {activations.map((name) => (
            <option key={name} value={name}>
              {functions[name]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

const Weights = () => {
  const unfold = useUnfold()
  const { top } = useDictionary()
  const seed = useValue(({ document }) => document.seed)
  // A number that the weights do not come from would be untrue.
  const isSeeded = useValue(({ document }) => document.isSeeded)
  return (
    <div className="group weights">
      <DraftField
        label={top.seed}
        value={isSeeded ? String(seed) : ''}
        onApply={(text) => text !== '' && setSeed(unfold, Number(text))}
        hint={isSeeded ? top.scheme : top.notSeeded}
        placeholder="–"
        type="number"
        range={{ min: 0, max: 999999 }}
      >
        {top.seed}
      </DraftField>
      <button
        type="button"
        className="plain"
        aria-label={top.newWeights}
        title={top.newWeightsHint(top.scheme)}
        onClick={() => setSeed(unfold, seed + 1)}
      >
        <Icon name="dice" />
      </button>
    </div>
  )
}

const History = () => {
  const isEdited = useStore(
    useUnfold().store.temporal,
    ({ pastStates, futureStates }) => pastStates.length + futureStates.length > 0,
  )
  const plain = (
    <>
      <HistoryButton way="undo" />
      <HistoryButton way="redo" />
    </>
  )
  return (
    <div className="group history">
      <Suspense fallback={plain}>{isEdited ? <NamedHistory /> : plain}</Suspense>
    </div>
  )
}

const Preferences = ({ onKeys }: Props) => {
  const unfold = useUnfold()
  const { top } = useDictionary()
  const language = useValue((state) => state.language)
  const theme = useValue((state) => state.theme)
  const other = theme === 'light' ? 'dark' : 'light'
  const isTouched = useMedia(onlyTouch)
  return (
    <div className="preferences">
      <button type="button" className="quiet" onClick={onKeys}>
        {isTouched ? top.gestures : top.keys}
      </button>
      <select
        className="quiet"
        aria-label={top.language}
        value={language}
        onChange={({ target }) => setLanguage(unfold, target.value as Language)}
      >
        {(Object.keys(languages) as Language[]).map((code) => (
          <option key={code} value={code}>
            {languages[code].name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="quiet"
        aria-label={top.theme}
        aria-pressed={theme === 'dark'}
        onClick={() => setTheme(unfold, other)}
      >
        {top.themes[other]}
      </button>
    </div>
  )
}
