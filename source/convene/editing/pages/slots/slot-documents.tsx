import { editingSlots } from '#convene/messages/editing-slots.ts'
import { programmeDocuments } from '#convene/messages/programme-documents.ts'
import { fileIn } from '#convene/programme/rules/file-address.ts'
import { acceptedEndings, largestFile, sizeIn } from '#ground/files/index.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, bindFields, FileField, TextField } from '#ground/web/parts/form.tsx'
import { documentRows, fileField, titlePath, urlField } from '../../rules/document-form.ts'
import { textOf } from '../../rules/fields.ts'
import type { KnownFile } from '../../store/slot-files.ts'
import { type FieldsProps, FormFields } from '../fields.tsx'
import { SaveThen } from '../leaving.tsx'

type DocumentsProps = Omit<FieldsProps, 'fields' | 'within'> & {
  /** Files that the addresses name, by id. */
  files: ReadonlyMap<string, KnownFile>
}

/** The documents of a slot: for each a title in every language, and the address of a page or a file. */
export function SlotDocuments({ files, ...props }: DocumentsProps) {
  const { locale, typed, errors } = props
  const m = editingSlots[locale]
  const { onSlot } = programmeDocuments[locale]
  const bind = bindFields(parts[locale], typed, errors)
  return (
    <section class="part">
      <h2>{m.sections.documents}</h2>
      <p class="small">{m.documentsHint}</p>
      {documentRows(typed).map(row => {
        const file = fileIn(textOf(typed, urlField(row)).trim())
        const known = file === null ? undefined : files.get(file)
        return (
          <>
            <FormFields {...props} within="slots" fields={[{ kind: 'words', path: titlePath(row), optional: true }]} />
            <TextField
              {...bind(urlField(row))}
              label={m.documentAddress(row + 1)}
              hint={m.documentAddressHint}
              optional
            />
            {file !== null && known ? (
              <p class="small">
                <a href={`/${locale}/files/${file}`}>{m.documentOpen(known.name)}</a>
                {known.isReleased ? (
                  <>
                    <br />
                    {known.isWithdrawn ? onSlot.withdrawn : onSlot.open}
                  </>
                ) : null}
              </p>
            ) : null}
            <FileField
              {...bind(fileField(row))}
              value={undefined}
              label={m.documentFile(row + 1)}
              accept={acceptedEndings}
              limit={sizeIn(locale, largestFile)}
              received={known?.name}
              optional
            />
          </>
        )
      })}
      <Buttons>
        <Button kind="secondary" name="_next" value="add-document">
          {m.addDocument}
        </Button>
        {[...files.values()].some(({ isReleased }) => isReleased) ? (
          <SaveThen locale={locale} to="files" label={onSlot.link} />
        ) : null}
      </Buttons>
    </section>
  )
}
