# Writes the contractions of Portuguese, which UD corpora cut in two (de a), as texts have them (da). CoNLL in and out:
# the label is that of the preposition, and a name that began at the article begins behind it.
BEGIN {
  FS = OFS = "\t"
  n = split("de de em em a a por por", first, " ")
  articles["de"] = "o=do a=da os=dos as=das este=deste esta=desta estes=destes estas=destas esse=desse essa=dessa " \
    "esses=desses essas=dessas aquele=daquele aquela=daquela aqueles=daqueles aquelas=daquelas ele=dele ela=dela " \
    "eles=deles elas=delas isto=disto isso=disso aquilo=daquilo"
  articles["em"] = "o=no a=na os=nos as=nas este=neste esta=nesta estes=nestes estas=nestas esse=nesse essa=nessa " \
    "esses=nesses essas=nessas aquele=naquele aquela=naquela ele=nele ela=nela um=num uma=numa isso=nisso"
  articles["a"] = "o=ao os=aos a=à as=às"
  articles["por"] = "o=pelo a=pela os=pelos as=pelas"
  for (p in articles) {
    n = split(articles[p], pairs, " ")
    for (i = 1; i <= n; i++) {
      split(pairs[i], pair, "=")
      joined[p, pair[1]] = pair[2]
    }
  }
}
function flush() {
  if (held) print word, label
  held = 0
}
function begin(tag) {
  return tag ~ /^I-/ && !inside ? "B-" substr(tag, 3) : tag
}
NF < 2 { flush(); inside = 1; print; next }
{
  small = word
  sub(/^D/, "d", small); sub(/^E/, "e", small); sub(/^A/, "a", small); sub(/^P/, "p", small)
  if (held && (small, $1) in joined) {
    whole = joined[small, $1]
    if (small != word) whole = toupper(substr(whole, 1, 1)) substr(whole, 2)
    print whole, label
    held = 0
    # What began at the article goes on behind it, as a name of its own.
    inside = label != "O" || $2 == "O"
    next
  }
  flush()
  word = $1; label = begin($2); held = 1; inside = 1
}
END { flush() }
