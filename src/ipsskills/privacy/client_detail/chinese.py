"""Chinese names in Latin letters: a surname of a short list, and one to three syllables.

Many of them are English words too (Fan, Long, Wan), so that the list of words tells too little. The
syllables are those of pinyin, of Wade and Giles, and of Hong Kong; the surnames are the commonest
in China, Hong Kong, Taiwan, Singapore and Malaysia, from common knowledge.
"""

import re
from collections.abc import Sequence

from ipsskills.privacy.client_detail.lists.listed import split_list
from ipsskills.privacy.client_detail.name_tokens import Word

_SURNAMES = split_list(
    """
    ang au bai cai cao chan chang chen cheng cheung chia chiang chien chin chiu choi chong choo chou
    chow chu chua chung cui dai deng ding dong du duan fan fang feng foo fu fung gao goh gong gu guo
    han hao heng ho hong hou hsieh hsu hu huang hui hung ip jia jiang jin kang kho khoo koh kong kuo
    kwan kwok lai lam lau law lee lei leong leung li liang liao lim lin liu lo loh long low lu lui
    luo ma mak mao meng mo mok ng ong ooi pan pang peng phua poon qi qian qiao qin qiu quek ren seah
    shao shen shi shih sia sim siu so soh song su sun tam tan tang tao tay teo tian tong tsai tsang
    tse tseng tsui wan wang wei wen wong wu xia xiang xiao xie xiong xu xue yan yang yao ye yeh yen
    yeo yeung yi yin yip yu yuan yuen zeng zhang zhao zheng zhong zhou zhu zou
    """
)
_SYLLABLE = (
    r"(?:zh|ch|sh|ts|tz|hs|kw|ng|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|iung|yung|eung|ueng|ang|eng|ing|ong|ung|iao|uai|ian|ien|uan|uen|ieh|ueh"
    r"|ai|ei|ao|ou|au|oi|ui|iu|ia|ie|ua|uo|ue|an|en|in|un|on|am|im|um|ap|ip|up|at|it|ut|ok|ak|ik|uk|ek"
    r"|ee|oo|ih|eh|uh|a|o|e|i|u)"
)
_GIVEN = re.compile(rf"{_SYLLABLE}(?:-?{_SYLLABLE}){{0,2}}")
_MOST_PARTS = 3


def is_chinese(words: Sequence[Word]) -> bool:
    """Whether two or three words are a Chinese surname, first or last, and a first name."""
    if not 1 < len(words) <= _MOST_PARTS:
        return False
    return any(
        surname.folded in _SURNAMES and all(map(_may_be_given, given))
        for surname, given in ((words[0], words[1:]), (words[-1], words[:-1]))
    )


def _may_be_given(word: Word) -> bool:
    return len(word.text) > 1 and _GIVEN.fullmatch(word.folded) is not None
