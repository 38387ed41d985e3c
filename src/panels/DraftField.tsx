/** DraftField: a text field that is applied as one types, but not in the middle of composing a character. */
import { type ReactNode, Suspense, lazy, useRef, useState } from 'react'
import { asTyped, takeTypedBack } from '../store/actions/edit'
import { afterPaint } from './afterPaint'
import { useUnfold } from './useUnfold'

const FallenBack = lazy(async () => ({ default: (await import('./FallenBack')).FallenBack }))

interface Props {
  readonly label: string
  /** What the document says. */
  readonly value: string
  /** Applies a text; false where it cannot be applied. */
  readonly onApply: (text: string) => boolean
  readonly hint: string
  /** A hint that is a requirement and nothing else is said only where it is not met. */
  readonly isRequirement?: boolean
  readonly placeholder: string
  readonly type: 'text' | 'number'
  readonly range: { readonly min: number; readonly max: number } | null
  readonly children?: ReactNode
}

/** After such a rest what is typed is an edit of its own, in milliseconds. */
const pause = 2000

/** What is typed but not, or not yet, applied; and what the document said meanwhile: as soon as it says otherwise, that is shown. */
interface Draft {
  readonly text: string
  readonly of: string
  readonly isRefused: boolean
}

/** Letters that follow each other: what the field said before them, and when the last of them came. */
interface Run {
  readonly start: string
  readonly at: number
}

const isTyping = (key: string): boolean =>
  key.length === 1 || key === 'Backspace' || key === 'Delete'

export const DraftField = ({
  label,
  value,
  onApply,
  hint,
  isRequirement,
  placeholder,
  type,
  range,
  children,
}: Props) => {
  const unfold = useUnfold()
  const [latest, setDraft] = useState<Draft | null>(null)
  const [isComposing, setComposing] = useState(false)
  /** What was refused when the field was left. */
  const [left, setLeft] = useState<string | null>(null)
  const run = useRef<Run | null>(null)
  /** Applies what is typed but not applied yet; says whether it could be. */
  const waiting = useRef<(() => boolean) | null>(null)
  const draft = latest?.of === value ? latest : null
  const isRefused = draft?.isRefused === true
  const text = draft?.text ?? value

  const apply = (typed: string, at: number, isUndo: boolean) => {
    const isContinued = run.current !== null && (isUndo || at - run.current.at < pause)
    const start = isContinued ? run.current!.start : value
    run.current = { start, at }
    // What is typed and taken back is no edit.
    const isApplied =
      (isContinued && typed === start && takeTypedBack(unfold)) ||
      asTyped(unfold, isContinued, () => onApply(typed))
    setDraft(isApplied ? null : { text: typed, of: value, isRefused: true })
    return isApplied
  }
  /** A letter is seen before the network runs anew; of letters that come faster the last one counts. */
  const applySoon = (typed: string, at: number, isUndo: boolean) => {
    setDraft({ text: typed, of: value, isRefused })
    if (!waiting.current) afterPaint(settle)
    waiting.current = () => apply(typed, at, isUndo)
  }
  /** Nothing that is typed waits any longer; says whether what the field shows is refused. */
  const settle = (): boolean => {
    const applyNow = waiting.current
    waiting.current = null
    return applyNow ? !applyNow() : isRefused
  }
  /** Back to before it was typed, not to what of it could be. */
  const giveUp = () => {
    setDraft(null)
    const start = run.current?.start ?? value
    run.current = null
    if (start !== value && !takeTypedBack(unfold)) onApply(start)
  }

  return (
    <label className={`field ${type}`} title={isRefused ? '' : isRequirement ? undefined : hint}>
      <span className="label">{children}</span>
      <input
        type={type}
        enterKeyHint="done"
        inputMode={type === 'number' ? 'numeric' : 'text'}
        aria-label={label}
        aria-invalid={isRefused}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        {...(range ?? {})}
        onChange={({ target, timeStamp, nativeEvent }) => {
          const { inputType } = nativeEvent as InputEvent
          if (isComposing) setDraft({ text: target.value, of: value, isRefused: false })
          else applySoon(target.value, timeStamp, inputType === 'historyUndo')
        }}
        onCompositionStart={() => {
          settle()
          setComposing(true)
        }}
        onCompositionEnd={({ currentTarget, timeStamp }) => {
          setComposing(false)
          apply(currentTarget.value, timeStamp, false)
        }}
        // What is typed is applied: with Enter the arrows are the run's again, and a keyboard on the screen goes.
        onKeyDown={(event) => {
          const { key, nativeEvent, currentTarget } = event
          if (nativeEvent.isComposing || isTyping(key)) return
          if (!settle()) return key === 'Enter' ? currentTarget.blur() : undefined
          if (key !== 'Escape') return
          event.preventDefault()
          giveUp()
        }}
        onBlur={() => {
          if (settle()) {
            setLeft(text)
            giveUp()
          }
          setDraft(null)
          run.current = null
        }}
      />
      {isRefused && (
        <span className="refusal" role="status">
          {hint}
        </span>
      )}
      {left !== null && (
        <Suspense>
          <FallenBack typed={left} hint={hint} value={value} onGone={() => setLeft(null)} />
        </Suspense>
      )}
    </label>
  )
}
