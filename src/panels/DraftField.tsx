/** DraftField: a text field that is applied as one types, but not in the middle of composing a character. */
import { type ReactNode, useState } from 'react'

interface Props {
  readonly label: string
  /** What the document says. */
  readonly value: string
  /** Applies a text; false where it cannot be applied. */
  readonly onApply: (text: string) => boolean
  readonly hint: string
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
  placeholder,
  type,
  range,
  children,
}: Props) => {
  // What is typed while the field has the focus; the document's value otherwise.
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: string } | null>(null)
  const [isComposing, setComposing] = useState(false)
  const [isRefused, setRefused] = useState(false)
  // An undo changes the document under a draft: then the document counts.
  const isCurrent = draft !== null && (draft.of === value || isRefused || isComposing)
  const text = isCurrent ? draft.text : value

  const apply = (typed: string) => {
    const isApplied = onApply(typed)
    setRefused(!isApplied)
    return isApplied
  }

  return (
    <label className={`field ${type}`} title={hint}>
      <span className="label">{children}</span>
      <input
        type={type}
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
          setDraft({ text: target.value, of: value })
          if (!isComposing) apply(target.value)
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={({ currentTarget }) => {
          setComposing(false)
          apply(currentTarget.value)
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
