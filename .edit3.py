import os,re
os.chdir('/tmp/h1/assets/i18n')
def setkeys(f, d):
    s=open(f).read()
    for k,v in d.items():
        n=re.subn(r'(?m)^('+re.escape(k)+r' ?= ?).*$', lambda m: m.group(1)+v, s)
        if n[1]!=1: raise SystemExit(f+k)
        s=n[0]
    open(f,'w').write(s)
setkeys('ui_en.properties',{
'ui.lanes.what':'Two to four runs in lockstep: the same data, the same seed, the same initial weights wherever a layer begins in the same way. Lane 1 is the current experiment from step 0; choose how the others differ. Your current run is paused and kept.',
'ui.lanes.set.rates':'rate ×1 ×0.1 ×10',
'ui.lanes.set.clipping':'gradient clipping on / off',
'ui.lanes.set.tip':'Begins at once: the current experiment first, beside it those of the set that it is not already.',
'ui.lanes.set.none':'The current experiment has nothing that could differ so (no hidden layer, or a rate of 0).',
'ui.lanes.first.lane':'Lane 1 (current)',
'ui.lanes.link.tip':'On: the same chart has the same value axis in all lanes; a lane whose values explode has an axis of its own. Off: each lane its own. The step axis is always the same.',
})
setkeys('ui_zh.properties',{
'ui.lanes.what':'二到四条跑道同步训练：数据相同，种子相同，初始化方式相同的层连初始权重也相同。跑道 1 就是当前的实验，从第 0 步开始；这里决定其他跑道有什么不同。当前的训练会暂停并保留。',
'ui.lanes.own':'不同之处',
'ui.lanes.set.rates':'学习率 ×1 ×0.1 ×10',
'ui.lanes.set.clipping':'梯度裁剪 开 / 关',
'ui.lanes.more':'添加一项差异',
'ui.lanes.less':'去掉这项差异',
'ui.lanes.change':'修改跑道',
'ui.lanes.take':'采用此跑道',
'ui.lanes.diverged.all':'所有跑道都已发散：请重来，或修改跑道。',
'ui.lanes.link.tip':'打开：同一种图在各条跑道上用同样的数值轴；数值爆炸的跑道用自己的轴。关闭：各用各的。步数轴总是相同。',
})
for f,v in (('ui_en.properties','lanes'),('ui_zh.properties','跑道数')):
    s=open(f).read()
    s=s.replace('ui.lanes.another=','ui.lanes.count='+v+'\nui.lanes.another=')
    open(f,'w').write(s)
os.chdir('/tmp/h1/src/main/java/lab/tinynet/ui/lanes')
def sub(f, *pairs):
    s=open(f).read()
    for a,b in pairs:
        if a not in s: raise SystemExit(f+': not found: '+a)
        s=s.replace(a,b)
    open(f,'w').write(s)
sub('LaneEditor.java',
('Actions.wrapped(i18n.bound("ui.lanes.what"), "caption")','Actions.wrapped(i18n.bound("ui.lanes.what"), "body-text")'),
('''    return new HBox(fewer, another);
''','''    Label name = Actions.label(i18n.bound("ui.lanes.count"), "table-head");
    name.setMinWidth(USE_PREF_SIZE);
    HBox count = new HBox(name, fewer, another);
    count.getStyleClass().add("lanes-row");
    count.setAlignment(Pos.CENTER_LEFT);
    return count;
'''))
sub('QuickSet.java',
('''  /// The lanes; empty where''','''  /// Whether its name is what its lanes have, one after the other.
  boolean named() {
    return this == ACTIVATIONS || this == INITIALIZATIONS;
  }

  /// The lanes; empty where'''))
sub('QuickSetChips.java',
('''        Actions.chip(i18n.bound("ui.lanes.set." + set.code()), () -> draft.ifPresent(begin));
''','''        Actions.chip(name(i18n, set, draft), () -> draft.ifPresent(begin));
'''),
('''        chip, i18n.bound(draft.isEmpty() ? "ui.lanes.set.none" : "ui.lanes.set.tip"));
  }
''','''        chip, i18n.bound(draft.isEmpty() ? "ui.lanes.set.none" : "ui.lanes.set.tip"));
  }

  /// What the lanes will have, in their order; else the set's own name.
  private static ObservableValue<String> name(
      I18n i18n, QuickSet set, Optional<LaneDraft> draft) {
    if (draft.isEmpty() || !set.named()) {
      return i18n.bound("ui.lanes.set." + set.code());
    }
    LaneWords words = new LaneWords(i18n);
    return i18n.languageProperty().map(_ -> String.join(" / ", words.values(draft.get())));
  }
'''),
('import java.util.function.Consumer;\n','import java.util.function.Consumer;\nimport javafx.beans.value.ObservableValue;\n'))
