"""The plate finder's network: depthwise separable convolutions (Howard et al., MobileNets, 2017) with one feature
pyramid step down to a quarter of the size, since plates are small."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def conv(i, o, stride=1, kernel=3, groups=1):
    return nn.Sequential(nn.Conv2d(i, o, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(o), nn.ReLU(inplace=True))


class Separable(nn.Module):
    def __init__(self, i, o, stride=1):
        super().__init__()
        self.body = nn.Sequential(conv(i, i, stride, groups=i), nn.Conv2d(i, o, 1, bias=False), nn.BatchNorm2d(o))
        self.same = stride == 1 and i == o

    def forward(self, x):
        y = self.body(x)
        return F.relu(x + y if self.same else y)


class PlateFinder(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = conv(3, 16, 2)
        self.quarter = nn.Sequential(Separable(16, 32, 2), Separable(32, 32))
        self.eighth = nn.Sequential(Separable(32, 64, 2), Separable(64, 64), Separable(64, 64))
        self.sixteenth = nn.Sequential(Separable(64, 96, 2), Separable(96, 96), Separable(96, 96), Separable(96, 96))
        self.down16, self.down8 = nn.Conv2d(96, 64, 1), nn.Conv2d(64, 48, 1)
        self.lateral8, self.lateral4 = Separable(64, 64), nn.Conv2d(32, 48, 1)
        self.merge = nn.Sequential(Separable(48, 48), Separable(48, 48))
        self.out = nn.Conv2d(48, 9, 1)
        nn.init.constant_(self.out.bias, 0)
        self.out.bias.data[0] = -4

    def forward(self, x):
        q = self.quarter(self.stem(x))
        e = self.eighth(q)
        s = self.sixteenth(e)
        e = self.lateral8(F.relu(e + F.interpolate(self.down16(s), scale_factor=2, mode='nearest')))
        q = F.relu(self.lateral4(q) + F.interpolate(self.down8(e), scale_factor=2, mode='nearest'))
        return self.out(self.merge(q))
