/** MessageText: what a message says. Most visits see none: it comes with the first. */
import { messageWords } from '../i18n/messages'
import type { Message } from '../store/store'
import { ErrorSentence } from './ErrorSentence'
import { useField, useGap } from './useUnfold'

export const MessageText = ({ message }: { readonly message: Message }) => {
  const gap = useGap()
  const language = useField('language')
  const messages = messageWords[language]
  if (message.kind === 'error') return <ErrorSentence error={message.error} />
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
