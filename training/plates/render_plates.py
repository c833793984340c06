"""Renders number plates with known text and corners, for training only.

The benchmark's plates are drawn by other code (bench/plates), with other letters, so that the figures do not
measure how well this file was learnt by heart.
"""
import functools
import random
import string

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from fonts import FONTS, URDU_FONTS

LETTERS, DIGITS = string.ascii_uppercase, string.digits


@functools.lru_cache(maxsize=512)
def font_of(path, size):
    return ImageFont.truetype(path, size)


def fill(pattern):
    """A for a letter, 9 for a digit; everything else as it stands."""
    return ''.join(random.choice(LETTERS) if c == 'A' else random.choice(DIGITS) if c == '9' else c for c in pattern)


ONE_ROW = ['AAA-9999', 'AAA-999', 'AAA-99-9999', 'AA-99-9999', 'AA-9999', 'AA-999', 'A-9999', 'AAA 999', 'AAA 9999',
           'AA 99-999', 'AA999AA', 'AA-999-AA', 'AA99 AAA', 'A9A 9999', '9A9 9999', '999 AAA', '99-AAA-9', 'AAA9A99', 'AAA-9A99',
           'A AA 999', 'AA AA 99', '9AAA999', 'AAA 99A', '99-9999', '999999', '9-9999-99', 'A999 AAA', 'AA 9999 A']
TWO_ROWS = [('AAA', '9999'), ('AAA', '999'), ('AAA-99', '9999'), ('AA-99', '9999'), ('AAA-99', '999'), ('AA', '9999'), ('AAA', '9A99'),
            ('AAA99', '9999'), ('99-AA', '999'), ('AA 99', 'AAA'), ('AA-9', '9999')]
COLOURS = [((250, 250, 250), (15, 15, 20))] * 6 + [
    ((245, 205, 40), (15, 15, 15)), ((250, 220, 90), (10, 10, 40)), ((20, 105, 60), (245, 245, 245)),
    ((25, 60, 140), (245, 245, 245)), ((20, 20, 22), (240, 240, 240)), ((200, 30, 35), (245, 245, 245)),
    ((215, 225, 240), (30, 40, 120)), ((235, 235, 225), (150, 20, 25)), ((190, 190, 190), (20, 20, 20))]


def random_text():
    if random.random() < 0.12:  # no known style: what a person had made
        row = ''.join(random.choice(LETTERS if random.random() < 0.5 else DIGITS) for _ in range(random.randint(3, 8)))
        cut = random.randint(1, len(row) - 1)
        return [row] if random.random() < 0.6 else [row[:cut], row[cut:]]
    if random.random() < 0.65:
        return [fill(random.choice(ONE_ROW))]
    return [fill(row) for row in random.choice(TWO_ROWS)]


def shade(colour, spread=18):
    return tuple(int(np.clip(c + random.uniform(-spread, spread), 0, 255)) for c in colour)


def row_image(text, font, ink, height, squeeze):
    """One row of letters as RGBA, `height` pixels high without a margin."""
    box = font.getbbox(text)
    picture = Image.new('RGBA', (box[2] - box[0] + 4, box[3] - box[1] + 4), (0, 0, 0, 0))
    heavier = random.choice([0, 0, 0, 1, 2, 3])
    ImageDraw.Draw(picture).text((2 - box[0], 2 - box[1]), text, font=font, fill=ink + (255,), stroke_width=heavier, stroke_fill=ink + (255,))
    width = max(4, int(picture.width * height / picture.height * squeeze))
    return picture.resize((width, height), Image.LANCZOS)


def render_plate(rows=None):
    """Returns (RGB picture, rows of text): a plate seen straight on, 160 to 260 pixels a row high in the end."""
    rows = rows or random_text()
    paper, ink = random.choice(COLOURS)
    paper, ink = shade(paper), shade(ink)
    font = font_of(random.choice(FONTS), 120)
    row_height = random.randint(70, 100)
    squeeze = random.uniform(0.75, 1.2)
    spacing = random.choice(['', '', '', '\u200a'])
    images = [row_image(spacing.join(row), font, ink, row_height, squeeze) for row in rows]
    gap = int(row_height * random.uniform(0.12, 0.4))
    pad_x, pad_y = int(row_height * random.uniform(0.15, 0.7)), int(row_height * random.uniform(0.12, 0.45))
    head = 0
    caption = random.random()
    if caption < 0.45:
        head = int(row_height * random.uniform(0.28, 0.5))
    width = max(i.width for i in images) + 2 * pad_x
    height = sum(i.height for i in images) + gap * (len(images) - 1) + 2 * pad_y + head
    band = 0
    if len(rows) == 1 and random.random() < 0.25:
        band = int(row_height * random.uniform(0.35, 0.6))
        width += band
    plate = Image.new('RGB', (width, height), paper)
    draw = ImageDraw.Draw(plate)
    if band:
        right = random.random() < 0.1
        x0 = width - band if right else 0
        draw.rectangle([x0, 0, x0 + band, height], fill=shade(random.choice([(20, 60, 160), (20, 60, 160), (20, 110, 60), (190, 30, 30)])))
        small = font_of(random.choice(FONTS), max(8, int(band * 0.5)))
        draw.text((x0 + band * 0.15, height * 0.55), fill(random.choice(['A', 'AA', 'AAA'])), font=small, fill=(240, 240, 240))
    top = pad_y + (head if caption < 0.35 else 0)
    if head:
        urdu = URDU_FONTS and random.random() < 0.5
        words = random.choice(['پنجاب', 'سندھ', 'اسلام آباد', 'خیبر پختونخوا', 'بلوچستان']) if urdu else random.choice(
            ['PUNJAB', 'SINDH', 'ISLAMABAD', 'GOVT OF PUNJAB', 'KPK', 'BALOCHISTAN', 'TEXAS', 'FLORIDA', 'SAO PAULO - SP', 'ICT', 'California'])
        small = font_of(random.choice(URDU_FONTS) if urdu else random.choice(FONTS), max(8, int(head * random.uniform(.55, .8))))
        y = pad_y * 0.5 if caption < 0.35 else height - pad_y * 0.5 - head
        box = small.getbbox(words)
        draw.text(((width + band - box[2]) / 2, y - box[1]), words, font=small, fill=shade(random.choice([ink, (20, 110, 60)])))
    left0 = band if band else 0
    for image in images:
        free = width - band - image.width
        x = left0 + (free // 2 if random.random() < 0.85 else random.randint(0, max(0, free)))
        plate.paste(image, (x, top), image)
        top += image.height + gap
    if random.random() < 0.7:
        for i in range(random.randint(1, 5)):
            draw.rectangle([i, i, width - 1 - i, height - 1 - i], outline=ink)
    if random.random() < 0.4:
        for _ in range(random.choice([2, 4])):
            x, y = random.randint(0, width), random.choice([pad_y // 2, height - pad_y // 2])
            r = random.randint(2, 5)
            draw.ellipse([x - r, y - r, x + r, y + r], fill=shade((120, 120, 120), 60))
    array = np.asarray(plate).astype(np.float32)
    if random.random() < 0.35:  # dirt
        blots = cv2.resize(np.random.rand(random.randint(3, 8), random.randint(4, 14)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        mask = np.clip((blots - random.uniform(0.5, 0.8)) * 3, 0, random.uniform(0.2, 0.75))[..., None]
        array = array * (1 - mask) + np.array(shade((110, 95, 75), 30), np.float32) * mask
    if random.random() < 0.5:  # uneven light
        ramp = np.linspace(random.uniform(0.5, 1.1), random.uniform(0.6, 1.2), width)[None, :, None]
        array = array * ramp
    return np.clip(array, 0, 255).astype(np.uint8), rows


def render_sign():
    """Returns RGB: a sign, a sticker or a maker's name: words that are no plate."""
    words = random.choice(['SERVICE', 'TAXI', 'Police', 'Exit', 'SUZUKI', 'TOYOTA', 'HONDA', 'Corolla', 'School', 'SALE', 'STOP', 'OPEN 24', 'Bank',
                           'Pharmacy', 'Diesel', 'AMBULANCE', 'Cafe', 'HOTEL', 'www.', 'Tel. 042', 'City', 'Auto', 'Turbo', 'GLi', 'XLI', 'Shop']) \
        if random.random() < 0.6 else ''.join(random.choice(string.ascii_lowercase) for _ in range(random.randint(2, 12)))
    paper, ink = (shade(tuple(random.randint(0, 255) for _ in range(3))) for _ in range(2))
    font = font_of(random.choice(FONTS), 60)
    box = font.getbbox(words)
    pad = random.randint(4, 40)
    picture = Image.new('RGB', (box[2] - box[0] + 2 * pad, box[3] - box[1] + 2 * pad), paper)
    ImageDraw.Draw(picture).text((pad - box[0], pad - box[1]), words, font=font, fill=ink)
    return np.asarray(picture)


def degrade(picture):
    """Night, rain, blur, noise and compression, as a camera adds them. Takes and returns RGB bytes."""
    array = picture.astype(np.float32)
    if random.random() < 0.5:
        array = array * random.uniform(0.25, 1.15) + random.uniform(-15, 35)
    if random.random() < 0.3:
        array = 127 + (array - 127) * random.uniform(0.35, 1.0) + random.uniform(-30, 30)
    size = min(array.shape[:2])
    if random.random() < 0.45:
        array = cv2.GaussianBlur(array, (0, 0), random.uniform(0.3, 0.028 * size + 0.5))
    if random.random() < 0.3:
        length = max(2, int(random.uniform(2, 0.1 * size + 3)))
        kernel = np.zeros((length, length), np.float32)
        cv2.line(kernel, (0, length // 2), (length - 1, length // 2), 1, 1)
        rotation = cv2.getRotationMatrix2D((length / 2 - .5, length / 2 - .5), random.uniform(-30, 30), 1)
        kernel = cv2.warpAffine(kernel, rotation, (length, length))
        array = cv2.filter2D(array, -1, kernel / max(1e-6, kernel.sum()))
    if random.random() < 0.12:  # rain
        for _ in range(random.randint(4, 25)):
            x, y = random.randint(0, array.shape[1]), random.randint(0, array.shape[0])
            cv2.line(array, (x, y), (x + random.randint(-2, 2), y + random.randint(4, 18)), (200, 200, 205), 1)
    if random.random() < 0.6:
        array += np.random.randn(*array.shape).astype(np.float32) * random.uniform(1, 16)
    array = np.clip(array, 0, 255).astype(np.uint8)
    if random.random() < 0.5:
        _, coded = cv2.imencode('.jpg', array[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, random.randint(25, 90)])
        array = cv2.imdecode(coded, cv2.IMREAD_COLOR)[..., ::-1]
    return np.ascontiguousarray(array)


def random_quad(width, height, strength=1.0):
    """Corners (clockwise from the top left) of a plate that is turned, tilted and seen in perspective."""
    yaw, pitch, roll = (np.deg2rad(random.uniform(-s, s) * strength) for s in (45, 25, 12))
    cy, sy, cx, sx, cz, sz = np.cos(yaw), np.sin(yaw), np.cos(pitch), np.sin(pitch), np.cos(roll), np.sin(roll)
    rotation = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]]) @ np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]]) @ np.array(
        [[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    corners = np.array([[-width, -height, 0], [width, -height, 0], [width, height, 0], [-width, height, 0]], float) / 2
    seen = corners @ rotation.T
    distance = width * random.uniform(2.5, 12)
    return (seen[:, :2] * distance / (distance + seen[:, 2:3])).astype(np.float32)
