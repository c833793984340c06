import { ActionIcon, Tooltip, UnstyledButton, useDirection, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES, type Language } from '../messages/i18n.ts';
import classes from './preferences.module.css';

/** Both languages in their own names: whoever cannot read one can read the other. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const { setDirection } = useDirection();
  return (
    <fieldset className={classes.languages} aria-label={t('bar.language')}>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <UnstyledButton
          key={language}
          className={classes.language}
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={async () => {
            await changeLanguage(language);
            setDirection(LANGUAGES[language].direction);
          }}
        >
          {LANGUAGES[language].short}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  const label = dark ? t('bar.toLight') : t('bar.toDark');
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      >
        {dark ? <IconSun size={20} aria-hidden="true" /> : <IconMoon size={20} aria-hidden="true" />}
      </ActionIcon>
    </Tooltip>
  );
}
