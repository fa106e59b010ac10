package lab.tinynet.chart.stage;

import lab.tinynet.telemetry.FrameWish.UnitPlace;
import lab.tinynet.telemetry.ProbePoint;

/// What a person does to the stage with the mouse or the keys.
public interface StageHand {
  /// A unit is to be looked at closely.
  void open(UnitPlace unit);

  /// An input is to be followed through the network.
  void follow(ProbePoint point);

  /// The next or an earlier example is to be followed.
  ///
  /// @param by 1 or −1
  void followNext(int by);

  /// The input that is followed is let go.
  void letGo();
}
