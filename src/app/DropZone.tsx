/** DropZone: a network file that is dropped anywhere is opened. */
import { useEffect, useState } from 'react'
import { dropWords } from '../i18n/drop'
import { openFile } from '../panels/files'
import { useUnfold, useWords } from '../panels/useUnfold'

export const DropZone = () => {
  const unfold = useUnfold()
  const drop = useWords(dropWords)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const take = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const [dropped] = event.dataTransfer!.files
      if (dropped) void openFile(unfold, dropped)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', take)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', take)
    }
  }, [unfold])
  return isOver ? <div className="drop-zone">{drop}</div> : null
}
