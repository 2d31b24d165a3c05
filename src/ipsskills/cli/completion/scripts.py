"""The scripts by which shells ask for completions; each is told the line up to the cursor.

What comes back is a line for each word, with a tab and an explanation behind it for those that
show one. It is only ever text: nothing of it is run, and what a shell would act on is quoted.
"""

# "complete -F" takes the words as they are to stand on the line: quoted, or within open quotes.
_BASH = """
%(complete_func)s() {
    local word quoted
    COMPREPLY=()
    while IFS= read -r word; do
        [ -n "$word" ] || continue
        case "${COMP_WORDS[COMP_CWORD]}" in
            \\"*) quoted=$word
                 quoted=${quoted//\\\\/\\\\\\\\}
                 quoted=${quoted//\\"/\\\\\\"}
                 quoted=${quoted//\\$/\\\\\\$}
                 quoted=${quoted//\\`/\\\\\\`} ;;
            \\'*) quoted=${word//\\'/\\'\\\\\\'\\'} ;;
            *) printf -v quoted %%q "$word" ;;
        esac
        COMPREPLY+=("$quoted")
    done < <(env %(autocomplete_var)s=complete_bash \\
                 _IPSSKILLS_LINE="${COMP_LINE:0:COMP_POINT}" "$1" 2>/dev/null)
}

complete -o default -F %(complete_func)s %(prog_name)s
"""

# compadd quotes by itself; -M lets small letters stand for capitals. Read as a function of its own
# from a folder of $fpath, the file is run at the first key press, and has to answer it.
_ZSH = """
#compdef %(prog_name)s

%(complete_func)s() {
  local word help
  local -a values shown
  while IFS=$'\\t' read -r word help; do
    [[ -n $word ]] || continue
    values+=("$word")
    shown+=("$word${help:+  -- $help}")
  done < <(env %(autocomplete_var)s=complete_zsh \\
      _IPSSKILLS_LINE="${(j: :)words[1,CURRENT]}" %(prog_name)s 2>/dev/null)
  if (( ! $#values )); then
    _files
    return
  fi
  [[ $PREFIX == --*=* ]] && compset -P '*='
  compadd -M 'm:{a-zA-Z}={A-Za-z}' -l -d shown -a values
}

if [[ $funcstack[1] == _%(prog_name)s ]]; then
  %(complete_func)s "$@"
else
  compdef %(complete_func)s %(prog_name)s
fi
"""

_FISH = """
function %(complete_func)s
    set -l offered (env %(autocomplete_var)s=complete_fish \\
        _IPSSKILLS_LINE=(commandline -cp | string collect) %(prog_name)s 2>/dev/null)
    if test -n "$offered[1]"
        printf '%%s\\n' $offered
    else
        __fish_complete_path (commandline -ct)
    end
end

complete --command %(prog_name)s --no-files --arguments "(%(complete_func)s)"
"""

_POWERSHELL = """
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $length = $cursorPosition - $commandAst.Extent.StartOffset
    $line = $commandAst.ToString().PadRight($length).Substring(0, $length)
    $Env:%(autocomplete_var)s = "complete_powershell"
    $Env:_IPSSKILLS_LINE = $line
    try {
        %(prog_name)s 2>$null | Where-Object { $_ } | ForEach-Object {
            $word, $help = $_ -split "`t", 2
            $quoted = $word
            if ($word -notmatch '^[\\w.-]+$') {
                $quoted = "'" + $word.Replace("'", "''") + "'"
            }
            if (-not $help) { $help = $word }
            [System.Management.Automation.CompletionResult]::new(
                $quoted, $word, 'ParameterValue', $help)
        }
    } finally {
        Remove-Item Env:%(autocomplete_var)s, Env:_IPSSKILLS_LINE
    }
}
"""

SCRIPTS = {
    "bash": _BASH,
    "zsh": _ZSH,
    "fish": _FISH,
    "powershell": _POWERSHELL,
    "pwsh": _POWERSHELL,
}
