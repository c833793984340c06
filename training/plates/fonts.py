"""Typefaces for rendered plates: free ones of Debian, many enough that no single one is learnt by heart.

FONTS is taken from the folder PLATE_FONTS when that is set (file names as below), else from where Debian installs:
apt-get install fonts-dejavu-core fonts-freefont-ttf fonts-lato fonts-liberation fonts-open-sans fonts-roboto-unhinted
fonts-noto-core fonts-bebas-neue fonts-b612 fonts-clear-sans fonts-cabin fonts-cantarell fonts-inter fonts-dosis
fonts-league-mono fonts-beteckna fonts-karla fonts-jetbrains-mono fonts-manrope fonts-national-park fonts-okolaks
fonts-play fonts-hack fonts-texgyre fonts-oxygen fonts-roboto-slab fonts-urw-base35
"""
import os

NAMES = set('''
B612-Bold.otf B612Mono-Bold.otf BebasNeue-Bold.otf BebasNeue-Book.otf BebasNeue-Regular.otf Cabin-Bold.otf Cabin-Medium.otf
Cantarell-Bold.otf Cantarell-ExtraBold.otf Dosis-Bold.otf Dosis-ExtraBold.otf Inter-Bold.otf Inter-Medium.otf LeagueMono-Bold.otf
LeagueMono-CondensedBold.otf LeagueMono-CondensedExtraBold.otf LeagueMono-CondensedMedium.otf LeagueMono-NarrowBold.otf
LeagueMono-NarrowExtraBold.otf LeagueMono-NarrowSemiBold.otf NationalPark-Heavy.otf NationalPark-Regular.otf Play-Bold.ttf
RobotoSlab-Bold.otf RobotoSlab-Bold.ttf NimbusMonoPS-Bold.otf NimbusSans-Bold.otf NimbusSansNarrow-Bold.otf BetecknaGS-Bold.ttf
BetecknaGSCondensed-Bold.ttf ClearSans-Bold.ttf ClearSans-Medium.ttf DejaVuSans-Bold.ttf DejaVuSansCondensed-Bold.ttf
DejaVuSansMono-Bold.ttf FreeMonoBold.ttf FreeSansBold.ttf Hack-Bold.ttf JetBrainsMono-Bold.ttf JetBrainsMono-ExtraBold.ttf
Karla-Bold.otf Lato-Black.ttf Lato-Bold.ttf Lato-Medium.ttf LiberationMono-Bold.ttf LiberationSans-Bold.ttf
LiberationSansNarrow-Bold.ttf LiberationSans-Regular.ttf Manrope-Bold.ttf okolaksBold.ttf OpenSans-Bold.ttf OpenSans-CondBold.ttf
OpenSans-Semibold.ttf Oxygen-Sans-Bold.ttf RobotoCondensed-Bold.ttf RobotoCondensed-Medium.ttf Roboto-Bold.ttf Roboto-Medium.ttf
texgyreadventor-bold.otf texgyrecursor-bold.otf texgyreheros-bold.otf texgyreheroscn-bold.otf
'''.split())
URDU_NAMES = {'NotoNaskhArabic-Bold.ttf', 'NotoNastaliqUrdu-Bold.ttf'}
FOLDER = os.environ.get('PLATE_FONTS', '/usr/share/fonts')


def installed(names):
    return sorted(os.path.join(at, name) for at, _, files in os.walk(FOLDER) for name in files if name in names)


FONTS, URDU_FONTS = installed(NAMES), installed(URDU_NAMES)
assert len(FONTS) >= 20, f'only {len(FONTS)} typefaces found under {FOLDER}: see training/plates/fonts.py'
