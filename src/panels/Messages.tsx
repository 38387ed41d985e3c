/** Messages: one at a time; errors as alerts, the rest as status. */
import { dismiss } from '../store/actions/view'
import type { Message } from '../store/store'
import type { Dictionary } from '../i18n/en'
import type { ErrorFacts, ErrorKey, UnfoldError } from '../engine/error'
import { Icon } from './icons'
import { useDictionary, useUnfold, useValue } from './useUnfold'

export const Messages = () => {
  const unfold = useUnfold()
  const dictionary = useDictionary()
  const message = useValue((state) => state.message)
  const isError = message?.kind === 'error'
  return (
    <div className="messages">
      <div role="alert">{isError && <Text message={message} dictionary={dictionary} />}</div>
      <div role="status">
        {message && !isError && <Text message={message} dictionary={dictionary} />}
      </div>
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
  const { messages, finish } = dictionary
  if (message.kind === 'error')
    return (
      <p>
        <strong>{finish.ended(sentenceOf(message.error, dictionary))}</strong> {messages.fileKept}
      </p>
    )
  return (
    <p>
      {messages.opened(message.title)}{' '}
      {message.unknownKeys.length > 0 && messages.unknownKeys(message.unknownKeys)}
    </p>
  )
}

const sentenceOf = <K extends ErrorKey>({ key, facts }: UnfoldError<K>, { errors }: Dictionary) =>
  (errors[key] as (facts: ErrorFacts[K]) => string)(facts)
