import { editingSlots } from '#convene/messages/editing-slots.ts'
import { acceptedEndings, largestFile, sizeIn } from '#ground/files/index.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, bindFields, FileField, TextField } from '#ground/web/parts/form.tsx'
import { documentRows, fileField, fileIn, titlePath, urlField } from '../../rules/document-form.ts'
import { textOf } from '../../rules/fields.ts'
import { type FieldsProps, FormFields } from '../fields.tsx'

type DocumentsProps = Omit<FieldsProps, 'fields' | 'within'> & {
  /** Names of files that the addresses name, by id. */
  files: ReadonlyMap<string, string>
}

/** The documents of a slot: for each a title in every language, and the address of a page or a file. */
export function SlotDocuments({ files, ...props }: DocumentsProps) {
  const { locale, typed, errors } = props
  const m = editingSlots[locale]
  const bind = bindFields(parts[locale], typed, errors)
  return (
    <section class="part">
      <h2>{m.sections.documents}</h2>
      <p class="small">{m.documentsHint}</p>
      {documentRows(typed).map(row => {
        const file = fileIn(textOf(typed, urlField(row)).trim())
        const name = file === null ? undefined : files.get(file)
        return (
          <>
            <FormFields {...props} within="slots" fields={[{ kind: 'words', path: titlePath(row), optional: true }]} />
            <TextField
              {...bind(urlField(row))}
              label={m.documentAddress(row + 1)}
              hint={m.documentAddressHint}
              optional
            />
            {file !== null && name !== undefined ? (
              <p class="small">
                <a href={`/${locale}/files/${file}`}>{m.documentOpen(name)}</a>
              </p>
            ) : null}
            <FileField
              {...bind(fileField(row))}
              value={undefined}
              label={m.documentFile(row + 1)}
              accept={acceptedEndings}
              limit={sizeIn(locale, largestFile)}
              received={name}
              optional
            />
          </>
        )
      })}
      <Buttons>
        <Button kind="secondary" name="_next" value="add-document">
          {m.addDocument}
        </Button>
      </Buttons>
    </section>
  )
}
