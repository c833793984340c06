import { Clock } from './clock.tsx';
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx';
import { SearchBox } from './search-box.tsx';
import { SiteSwitcher } from './site-switcher.tsx';
import { SystemStatus } from './system-status.tsx';
import classes from './top-bar.module.css';
import { UserMenu } from './user-menu.tsx';

export function TopBar() {
  return (
    <header className={classes.bar}>
      <SiteSwitcher />
      <SearchBox />
      <SystemStatus />
      <Clock />
      <div className={classes.tools}>
        <LanguageSwitch />
        <ThemeSwitch />
        <UserMenu />
      </div>
    </header>
  );
}
