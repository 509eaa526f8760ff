using System.Text;
using Google.Protobuf;

namespace Evaluation.Functions.Tests.Telemetry;

/// <summary>A message of protobuf by the numbers of its fields.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, long Number, byte[] Bytes)> _fields = [];

    public ProtobufMessage(byte[] bytes)
    {
        using var input = new CodedInputStream(bytes);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            var field = WireFormat.GetTagFieldNumber(tag);
            _fields.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => (field, (long)input.ReadUInt64(), []),
                WireFormat.WireType.Fixed64 => (field, (long)input.ReadFixed64(), []),
                WireFormat.WireType.Fixed32 => (field, input.ReadFixed32(), []),
                WireFormat.WireType.LengthDelimited => (field, 0, input.ReadBytes().ToByteArray()),
                var other => throw new InvalidDataException($"Wire type {other}."),
            });
        }
    }

    public bool Has(int field) => _fields.Any(f => f.Field == field);

    public long Number(int field) => _fields.First(f => f.Field == field).Number;

    public string Text(int field) => Encoding.UTF8.GetString(_fields.First(f => f.Field == field).Bytes);

    public string Hex(int field) => Convert.ToHexStringLower(_fields.FirstOrDefault(f => f.Field == field).Bytes ?? []);

    public IEnumerable<ProtobufMessage> Messages(int field) =>
        _fields.Where(f => f.Field == field).Select(f => new ProtobufMessage(f.Bytes));
}
