import { Combobox, Kbd, TextInput, useCombobox } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { knownAlerts } from '../api/alerts.ts';
import { camerasQuery } from '../api/cameras.ts';
import { CameraMark, PriorityMark } from '../components/status-marks.tsx';
import { RelativeTime } from '../format/relative-time.tsx';
import { useAlertTitle } from '../pages/operations/use-alert-title.ts';
import classes from './top-bar.module.css';

const SHOWN = 6;

/** One box for everything: `/` focuses it, arrows and Enter open what it finds. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const { data: cameras = [] } = useQuery(camerasQuery);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const titleOf = useAlertTitle();
  useHotkeys([['/', () => input.current?.focus()]]);

  const query = text.trim().toLocaleLowerCase();
  const matches = (...texts: readonly string[]) =>
    texts.some((value) => value.toLocaleLowerCase().includes(query));
  const foundCameras = query
    ? cameras.filter(({ name, displayUrl }) => matches(name, displayUrl)).slice(0, SHOWN)
    : [];
  const foundAlerts = query
    ? knownAlerts(queryClient)
        .filter((alert) => alert.id === query || matches(titleOf(alert), alert.cameraName))
        .slice(0, SHOWN)
    : [];

  const open = (value: string) => {
    combobox.closeDropdown();
    setText('');
    input.current?.blur();
    const [kind, id] = value.split(' ') as ['camera' | 'alert', string];
    if (kind === 'camera') void navigate({ to: '/cameras/$cameraId', params: { cameraId: id } });
    else void navigate({ to: '/operations', search: { alert: id } });
  };

  return (
    <search className={classes.search}>
      <Combobox store={combobox} onOptionSubmit={open} width={420} position="bottom-start">
        <Combobox.Target>
          <TextInput
            ref={input}
            value={text}
            aria-label={t('bar.search')}
            placeholder={t('bar.search')}
            title={t('bar.searchHint')}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            rightSection={
              <Kbd size="xs" className={classes.searchKey}>
                /
              </Kbd>
            }
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              combobox.openDropdown();
              combobox.updateSelectedOptionIndex();
            }}
            onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={query === ''}>
          <Combobox.Options>
            {foundCameras.length + foundAlerts.length === 0 && (
              <Combobox.Empty>{t('bar.searchNothing', { query: text })}</Combobox.Empty>
            )}
            {foundCameras.length > 0 && (
              <Combobox.Group label={t('bar.searchCameras')}>
                {foundCameras.map((camera) => (
                  <Combobox.Option key={camera.id} value={`camera ${camera.id}`}>
                    <span className={classes.searchOption}>
                      <CameraMark camera={camera} wordless />
                      <bdi className="cut">{camera.name}</bdi>
                    </span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {foundAlerts.length > 0 && (
              <Combobox.Group label={t('bar.searchAlerts')}>
                {foundAlerts.map((alert) => (
                  <Combobox.Option key={alert.id} value={`alert ${alert.id}`}>
                    <span className={classes.searchOption}>
                      <PriorityMark priority={alert.priority} />
                      <span className="cut">
                        <bdi>{titleOf(alert)}</bdi> · <bdi>{alert.cameraName}</bdi>
                      </span>
                      <span className="quiet">
                        <RelativeTime instant={alert.raisedAt} />
                      </span>
                    </span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}
