/** Messages: one at a time; errors as alerts, the rest as status. */
import { Suspense, lazy } from 'react'
import { dismiss } from '../store/actions/view'
import { startAfresh } from '../store/actions/files'
import { type Message, isPassing } from '../store/store'
import type { Dictionary } from '../i18n/en'
import { Icon } from './icons'
import { useDictionary, useGap, useUnfold, useValue } from './useUnfold'

const ErrorSentence = lazy(async () => ({
  default: (await import('./ErrorSentence')).ErrorSentence,
}))

export const Messages = () => {
  const unfold = useUnfold()
  const dictionary = useDictionary()
  const message = useValue((state) => state.message)
  const isError = message?.kind === 'error'
  return (
    <div
      className={message && isPassing(message) ? 'messages passing' : 'messages'}
      // The style sheet is what waits: it stops while the message is pointed at or has the focus.
      onAnimationEnd={() => dismiss(unfold)}
    >
      <div role="alert">{isError && <Text message={message} dictionary={dictionary} />}</div>
      <div role="status">
        {message && !isError && (
          <Text key={JSON.stringify(message)} message={message} dictionary={dictionary} />
        )}
      </div>
      {message?.kind === 'restored' && (
        <button type="button" className="quiet" onClick={() => startAfresh(unfold)}>
          {dictionary.messages.afresh}
        </button>
      )}
      {message && (
        <button
          type="button"
          className="plain"
          aria-label={dictionary.messages.dismiss}
          onClick={() => dismiss(unfold)}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}

interface TextProps {
  readonly message: Message
  readonly dictionary: Dictionary
}

const Text = ({ message, dictionary }: TextProps) => {
  const { messages } = dictionary
  const gap = useGap()
  const language = useValue((state) => state.language)
  if (message.kind === 'error')
    return (
      <Suspense>
        <ErrorSentence error={message.error} />
      </Suspense>
    )
  if (message.kind === 'opened') {
    const { title, titles, unknownKeys } = message
    return (
      <p>
        {messages.opened(titles[language] ?? title)}
        {gap}
        {unknownKeys.length > 0 && messages.unknownKeys(unknownKeys)}
      </p>
    )
  }
  return <p>{message.kind === 'saved' ? messages.saved(message.name) : messages.restored}</p>
}
