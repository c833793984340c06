"""The plate finder's network: depthwise separable convolutions (Howard et al., MobileNets, 2017) down to a 32nd of the
size, where a whole vehicle is seen, and a feature pyramid (Lin et al., 2017) back up to a quarter, since plates are small.
Most of its weights work at the small sizes, where they cost little time."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def conv(i, o, stride=1, kernel=3, groups=1):
    return nn.Sequential(nn.Conv2d(i, o, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(o), nn.ReLU(inplace=True))


class Separable(nn.Module):
    def __init__(self, i, o, stride=1, kernel=3):
        super().__init__()
        self.body = nn.Sequential(conv(i, i, stride, kernel, groups=i), nn.Conv2d(i, o, 1, bias=False), nn.BatchNorm2d(o))
        self.same = stride == 1 and i == o

    def forward(self, x):
        y = self.body(x)
        return F.relu(x + y if self.same else y)


def larger(x):
    return F.interpolate(x, scale_factor=2, mode='nearest')


class PlateFinder(nn.Module):
    """Takes B × 3 × H × W, RGB 0-1, H and W multiples of 32; gives B × 9 × H/4 × W/4 (see train_finder.py)."""

    def __init__(self):
        super().__init__()
        self.stem = conv(3, 16, 2)
        self.quarter = nn.Sequential(Separable(16, 24, 2), Separable(24, 24))
        self.eighth = nn.Sequential(Separable(24, 64, 2), Separable(64, 64), Separable(64, 64))
        self.sixteenth = nn.Sequential(Separable(64, 128, 2, 5), *[Separable(128, 128, 1, 5) for _ in range(3)])
        self.thirtysecond = nn.Sequential(Separable(128, 160, 2, 5), *[Separable(160, 160, 1, 5) for _ in range(2)])
        self.down32, self.down16, self.down8 = nn.Conv2d(160, 128, 1), nn.Conv2d(128, 64, 1), nn.Conv2d(64, 40, 1)
        self.merge16, self.merge8, self.lateral4 = Separable(128, 128), Separable(64, 64), nn.Conv2d(24, 40, 1)
        self.merge4 = Separable(40, 40)
        self.out = nn.Conv2d(40, 9, 1)
        nn.init.constant_(self.out.bias, 0)
        self.out.bias.data[0] = -4

    def forward(self, x):
        q = self.quarter(self.stem(x))
        e = self.eighth(q)
        s = self.sixteenth(e)
        t = self.thirtysecond(s)
        s = self.merge16(F.relu(s + larger(self.down32(t))))
        e = self.merge8(F.relu(e + larger(self.down16(s))))
        q = F.relu(self.lateral4(q) + larger(self.down8(e)))
        return self.out(self.merge4(q))
