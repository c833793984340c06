"""A running average of a network's weights while it learns: steadier than its last step (Polyak and Juditsky, 1992)."""
import copy
import os

import torch


class Averaged:
    def __init__(self, model, decay=0.999):
        self.model, self.decay = copy.deepcopy(model).eval(), decay

    @torch.no_grad()
    def update(self, model, step):
        keep = min(self.decay, (1 + step) / (10 + step))
        for mine, its in zip(self.model.state_dict().values(), model.state_dict().values()):
            if mine.is_floating_point():
                mine.lerp_(its.detach(), 1 - keep)
            else:
                mine.copy_(its)

    def save(self, path):
        """Weights on the CPU; the file is whole or as it was."""
        torch.save({name: value.cpu() for name, value in self.model.state_dict().items()}, path + '.part')
        os.replace(path + '.part', path)
