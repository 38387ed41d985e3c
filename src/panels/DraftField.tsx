/** DraftField: a text field that is applied as one types, but not in the middle of composing a character. */
import { type ReactNode, useState } from 'react'

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
  // What is typed but cannot be applied, or not yet; else the document's value is shown.
  const [draft, setDraft] = useState<string | null>(null)
  const [isComposing, setComposing] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const text = draft ?? value

  const apply = (typed: string) => {
    const isApplied = onApply(typed)
    setRefused(!isApplied)
    setDraft(isApplied ? null : typed)
  }

  return (
    <label className={`field ${type}`} title={isRequirement ? undefined : hint}>
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
        size={type === 'text' ? Math.min(18, Math.max(5, text.length + 1)) : undefined}
        {...(range ?? {})}
        onChange={({ target }) => {
          if (isComposing) setDraft(target.value)
          else apply(target.value)
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={({ currentTarget }) => {
          setComposing(false)
          apply(currentTarget.value)
        }}
        // What is typed is applied: with Enter the arrows are the run's again, and a keyboard on the screen goes.
        onKeyDown={({ key, nativeEvent, currentTarget }) => {
          if (nativeEvent.isComposing) return
          if (key === 'Enter' && !isRefused) currentTarget.blur()
          // What cannot be is given up, and what is shown again.
          if (key !== 'Escape' || !isRefused) return
          setDraft(null)
          setRefused(false)
        }}
        onBlur={() => {
          setDraft(null)
          setRefused(false)
        }}
      />
      {isRefused && (
        <span className="refusal" role="status">
          {hint}
        </span>
      )}
    </label>
  )
}
